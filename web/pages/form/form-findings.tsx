import type { Conformity } from '../../../domain/conformity.ts';
import {
  describeConformity,
  describeFormFinding,
  nameFormRule,
  nameLegalSource,
} from '../../../locale/form-words.ts';
import type { WebContext } from '../../environment.ts';
import { InsetText } from '../../layout/content.tsx';

/** A file with what was found in it; null: it is none that can be read, such as a scan. */
export interface JudgedFile {
  readonly name: string;
  readonly href: string | null;
  readonly checked: Conformity | null;
}

const Broken = ({ c, checked }: { readonly c: WebContext; readonly checked: Conformity }) => {
  const lang = c.get('lang');
  return (
    <ul class="govuk-list govuk-list--bullet">
      {checked.results
        .filter(({ verdict }) => verdict === 'fail')
        .map(({ rule, source, findings }) => (
          <li>
            <strong>{nameFormRule(lang, rule)}</strong> ({nameLegalSource(lang, source)})
            <ul class="govuk-list govuk-list--bullet">
              {findings.map((finding) => (
                <li>{describeFormFinding(lang, finding)}</li>
              ))}
            </ul>
          </li>
        ))}
    </ul>
  );
};

const FileFindings = ({ c, file }: { readonly c: WebContext; readonly file: JudgedFile }) => {
  const { name, href, checked } = file;
  return (
    <>
      <p class="govuk-body">
        {href === null ? name : <a href={href}>{name}</a>}
        {': '}
        {checked ? (
          <strong>{describeConformity(c.get('lang'), checked)}</strong>
        ) : (
          c.get('t')('paper.form-unreadable')
        )}
      </p>
      {checked && !checked.conforms && <Broken c={c} checked={checked} />}
    </>
  );
};

/** Each file's verdict, and every finding with the rule that it breaks and where that stands. */
export const FormFindings = ({
  c,
  files,
}: {
  readonly c: WebContext;
  readonly files: readonly JudgedFile[];
}) =>
  files.length === 0 ? (
    <InsetText>{c.get('t')('paper.form-no-file')}</InsetText>
  ) : (
    <>
      {files.map((file) => (
        <FileFindings c={c} file={file} />
      ))}
    </>
  );
