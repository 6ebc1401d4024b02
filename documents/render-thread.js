// tsx, given to a thread with --import, leaves it alone: here it is asked from within.
import { register } from 'tsx/esm/api';

register();
await import('./draw-requests.ts');
