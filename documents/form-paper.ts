import type { RegistrationFormKind } from '../domain/paper-source.ts';
import type { FormHead, NamedPerson, PaperStage } from './paper.ts';
import type { RegisteredTaskLine } from './registered-task.ts';

/** What a unit prints for the pen: its registration, and the pledge to carry it out. */
export interface FormPaper {
  readonly kind: RegistrationFormKind;
  readonly stage: PaperStage;
  readonly year: number;
  readonly head: FormHead;
  readonly subject: string;
  readonly unitHead: NamedPerson;
  readonly leader: NamedPerson;
  /** Who collects results and copies; null: the unit itself, so that the leader does. */
  readonly collectorName: string | null;
  readonly tasks: readonly RegisteredTaskLine[];
}
