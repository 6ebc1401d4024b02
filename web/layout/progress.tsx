import type { Words } from '../../locale/words.ts';
import { Tag, type Tone } from './content.tsx';

export interface TaskListItem {
  readonly title: string;
  readonly href?: string | undefined;
  readonly hint?: string | undefined;
  readonly status: { readonly text: string; readonly tone: Tone };
}

/** A list of what a person can open and how each stands. `id` keeps two lists of a page apart. */
export const TaskList = ({
  id,
  items,
}: {
  readonly id: string;
  readonly items: readonly TaskListItem[];
}) => (
  <ul class="govuk-task-list">
    {items.map(({ title, href, hint, status }, index) => {
      const statusId = `${id}-${String(index + 1)}-status`;
      const itemClass = href ? ' govuk-task-list__item--with-link' : '';
      return (
        <li class={`govuk-task-list__item${itemClass}`}>
          <div class="govuk-task-list__name-and-hint">
            {href ? (
              <a class="govuk-link govuk-task-list__link" href={href} aria-describedby={statusId}>
                {title}
              </a>
            ) : (
              <div>{title}</div>
            )}
            {hint && <div class="govuk-task-list__hint">{hint}</div>}
          </div>
          <div class="govuk-task-list__status" id={statusId}>
            <Tag tone={status.tone}>{status.text}</Tag>
          </div>
        </li>
      );
    })}
  </ul>
);

export type StepState = 'done' | 'due' | 'late' | 'waiting' | 'upcoming';

const STEP_TONES: Readonly<Record<StepState, Tone>> = {
  done: 'good',
  due: 'soon',
  late: 'bad',
  waiting: 'busy',
  upcoming: 'plain',
};

export interface TimelineStep {
  readonly state: StepState;
  readonly title: string;
  readonly href?: string | undefined;
  /** Ready to read: a date with how far it is, made by locale/dates.ts. */
  readonly dates?: string | undefined;
  readonly forWhom?: string | undefined;
  readonly note?: string | undefined;
}

/** The year in its steps, top to bottom; each says in words where it stands. */
export const Timeline = ({
  t,
  steps,
}: {
  readonly t: Words;
  readonly steps: readonly TimelineStep[];
}) => (
  <ol class="rc-timeline">
    {steps.map(({ state, title, href, dates, forWhom, note }) => (
      <li class={`rc-timeline__step rc-timeline__step--${state}`}>
        <div class="rc-timeline__head">
          <span class="rc-timeline__title">
            {href ? (
              <a class="govuk-link" href={href}>
                {title}
              </a>
            ) : (
              title
            )}
          </span>
          <Tag tone={STEP_TONES[state]}>{t(`shell.state.${state}`)}</Tag>
        </div>
        {dates && <p class="rc-timeline__facts">{dates}</p>}
        {forWhom && (
          <p class="rc-timeline__facts">
            {t('shell.for-whom')} <strong>{forWhom}</strong>
          </p>
        )}
        {note && <p class="rc-timeline__facts">{note}</p>}
      </li>
    ))}
  </ol>
);

export interface BoardCard {
  readonly title: string;
  readonly href: string;
  readonly lines: readonly string[];
  readonly tag?: { readonly text: string; readonly tone: Tone } | undefined;
}

export interface BoardColumn {
  readonly id: string;
  readonly title: string;
  readonly cards: readonly BoardCard[];
}

const Card = ({ title, href, lines, tag }: BoardCard) => (
  <li class="rc-card">
    <a class="govuk-link rc-card__title" href={href}>
      {title}
    </a>
    {lines.map((line) => (
      <p>{line}</p>
    ))}
    {tag && (
      <div class="rc-card__tag">
        <Tag tone={tag.tone}>{tag.text}</Tag>
      </div>
    )}
  </li>
);

/** Columns of cards, one column a state; on a phone they stand one below the other. */
export const Board = ({
  t,
  columns,
}: {
  readonly t: Words;
  readonly columns: readonly BoardColumn[];
}) => (
  <div class="rc-board">
    {columns.map(({ id, title, cards }) => (
      <section class="rc-board__column" aria-labelledby={`${id}-title`}>
        <h2 class="rc-board__title" id={`${id}-title`}>
          {title} <span class="rc-board__count">{cards.length}</span>
        </h2>
        {cards.length === 0 ? (
          <p class="rc-board__nothing">{t('shell.board-empty')}</p>
        ) : (
          <ul class="rc-board__cards">{cards.map(Card)}</ul>
        )}
      </section>
    ))}
  </div>
);
