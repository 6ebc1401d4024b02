import type { Child } from 'hono/jsx';
import type { Words } from '../../locale/words.ts';
import { joinClasses } from './class-names.ts';

interface WithChildren {
  readonly children: Child;
}

export type Tone = 'plain' | 'busy' | 'good' | 'soon' | 'bad';

/** A state in a word or two; the colour only repeats what the word says. */
export const Tag = ({ tone, children }: WithChildren & { readonly tone: Tone }) => (
  <strong class={`govuk-tag rc-tag--${tone}`}>{children}</strong>
);

export const InsetText = ({ children }: WithChildren) => (
  <div class="govuk-inset-text">{children}</div>
);

export const WarningText = ({ t, children }: WithChildren & { readonly t: Words }) => (
  <div class="govuk-warning-text">
    <span class="govuk-warning-text__icon" aria-hidden="true">
      !
    </span>
    <strong class="govuk-warning-text__text">
      <span class="govuk-visually-hidden">{t('shell.warning')}: </span>
      {children}
    </strong>
  </div>
);

export const Details = ({
  summary,
  isOpen,
  children,
}: WithChildren & { readonly summary: string; readonly isOpen?: boolean | undefined }) => (
  <details class="govuk-details" open={isOpen}>
    <summary class="govuk-details__summary">
      <span class="govuk-details__summary-text">{summary}</span>
    </summary>
    <div class="govuk-details__text">{children}</div>
  </details>
);

/** What stands where a list would: why it is empty and what to do, never a blank. */
export const EmptyState = ({
  title,
  children,
}: {
  readonly title: string;
  readonly children?: Child;
}) => (
  <div class="rc-empty">
    <p class="rc-empty__title">{title}</p>
    {children}
  </div>
);

export interface SummaryRow {
  readonly key: string;
  readonly value: Child;
  readonly action?: { readonly href: string; readonly label: string } | undefined;
}

export const SummaryList = ({ rows }: { readonly rows: readonly SummaryRow[] }) => {
  const hasActions = rows.some((row) => row.action);
  return (
    <dl class="govuk-summary-list">
      {rows.map((row) => (
        <div
          class={joinClasses(
            'govuk-summary-list__row',
            hasActions && !row.action && 'govuk-summary-list__row--no-actions',
          )}
        >
          <dt class="govuk-summary-list__key">{row.key}</dt>
          <dd class="govuk-summary-list__value">{row.value}</dd>
          {row.action && (
            <dd class="govuk-summary-list__actions">
              <a class="govuk-link" href={row.action.href}>
                {row.action.label}
                <span class="govuk-visually-hidden"> {row.key}</span>
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
};

export interface TableColumn {
  readonly label: string;
  readonly isNumeric?: boolean | undefined;
}

interface TableProps {
  readonly caption: string;
  readonly isCaptionHidden?: boolean | undefined;
  readonly columns: readonly TableColumn[];
  /** The first cell of a row names it. */
  readonly rows: readonly (readonly Child[])[];
}

const TableCell = ({ column, isHeader, children }: WithChildren & CellKind) => {
  const kind = isHeader ? 'header' : 'cell';
  const name = joinClasses(
    `govuk-table__${kind}`,
    column?.isNumeric && `govuk-table__${kind}--numeric`,
  );
  return isHeader ? (
    <th scope="row" role="rowheader" class={name}>
      {children}
    </th>
  ) : (
    <td role="cell" class={name} data-label={column?.label}>
      {children}
    </td>
  );
};

interface CellKind {
  readonly column: TableColumn | undefined;
  readonly isHeader: boolean;
}

/** On a phone each row becomes a card; the roles keep it a table for those who hear it. */
export const Table = ({ caption, isCaptionHidden, columns, rows }: TableProps) => (
  <table class="govuk-table rc-table" role="table">
    <caption
      class={joinClasses(
        'govuk-table__caption govuk-table__caption--m',
        isCaptionHidden && 'govuk-visually-hidden',
      )}
    >
      {caption}
    </caption>
    <thead class="govuk-table__head" role="rowgroup">
      <tr class="govuk-table__row" role="row">
        {columns.map((column) => (
          <th
            scope="col"
            role="columnheader"
            class={joinClasses(
              'govuk-table__header',
              column.isNumeric && 'govuk-table__header--numeric',
            )}
          >
            {column.label}
          </th>
        ))}
      </tr>
    </thead>
    <tbody class="govuk-table__body" role="rowgroup">
      {rows.map((cells) => (
        <tr class="govuk-table__row" role="row">
          {cells.map((cell, index) => (
            <TableCell column={columns[index]} isHeader={index === 0}>
              {cell}
            </TableCell>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);
