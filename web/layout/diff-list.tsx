import type { Words } from '../../locale/words.ts';

export interface Difference {
  readonly label: string;
  /** null: was not there before, or is there no longer. */
  readonly before: string | null;
  readonly after: string | null;
}

interface ChangedWords {
  readonly start: string;
  readonly before: string;
  readonly after: string;
  readonly end: string;
}

const countSame = (left: readonly string[], right: readonly string[]): number => {
  const limit = Math.min(left.length, right.length);
  let count = 0;
  while (count < limit && left[count] === right[count]) count += 1;
  return count;
};

/** Parts two texts into the words both begin with, what differs, and the words both end with. */
export const findChangedWords = (before: string, after: string): ChangedWords => {
  const [old, now] = [before.split(/(\s+)/), after.split(/(\s+)/)];
  const start = countSame(old, now);
  const end = countSame(old.slice(start).reverse(), now.slice(start).reverse());
  return {
    start: old.slice(0, start).join(''),
    before: old.slice(start, old.length - end).join(''),
    after: now.slice(start, now.length - end).join(''),
    end: old.slice(old.length - end).join(''),
  };
};

const Side = ({
  tag: Element,
  label,
  words,
  changed,
}: {
  readonly tag: 'del' | 'ins';
  readonly label: string;
  readonly words: ChangedWords;
  readonly changed: string;
}) => (
  <Element>
    <span class="rc-diff__label">{label}</span>
    {words.start}
    {changed && <strong class="rc-diff__changed">{changed}</strong>}
    {words.end}
  </Element>
);

const Change = ({ t, before, after }: { readonly t: Words } & Omit<Difference, 'label'>) => {
  const isReplaced = before !== null && after !== null;
  const shown = (text: string | null): string => text || t('shell.empty-value');
  const words = isReplaced
    ? findChangedWords(shown(before), shown(after))
    : { start: shown(before ?? after), before: '', after: '', end: '' };
  return (
    <>
      {before !== null && (
        <Side
          tag="del"
          label={isReplaced ? t('shell.before') : t('shell.removed')}
          words={words}
          changed={words.before}
        />
      )}
      {after !== null && (
        <Side
          tag="ins"
          label={isReplaced ? t('shell.after') : t('shell.added')}
          words={words}
          changed={words.after}
        />
      )}
    </>
  );
};

/** What changed between two versions, field by field, the changed words in bold. */
export const DiffList = ({
  t,
  differences,
}: {
  readonly t: Words;
  readonly differences: readonly Difference[];
}) => (
  <dl class="rc-diff">
    {differences.map(({ label, before, after }) => (
      <div>
        <dt>{label}</dt>
        <dd>
          <Change t={t} before={before} after={after} />
        </dd>
      </div>
    ))}
  </dl>
);
