// Pages work without this file; with it a button cannot be pressed twice and errors get the focus.
import {
  Button,
  Checkboxes,
  createAll,
  ErrorSummary,
  NotificationBanner,
  Radios,
  SkipLink,
} from './govuk-frontend.min.js';

document.body.classList.add('js-enabled');
if ('noModule' in HTMLScriptElement.prototype) {
  document.body.classList.add('govuk-frontend-supported');
}
createAll(Button, { preventDoubleClick: true });
for (const part of [Checkboxes, ErrorSummary, NotificationBanner, Radios, SkipLink]) {
  createAll(part);
}
