import type { Act } from './act.ts';
import { cancelCycle } from './cancel-cycle.ts';
import { approvePlan, returnPlan, withdrawPlan } from './decide-plan.ts';
import { giveAccount } from './give-account.ts';
import { attachScan, issuePaper, stampPaper } from './issue-paper.ts';
import { addPerson, addSuperior, addUnit, changeSeries, delegate } from './keep-office.ts';
import { numberPaper, voidNumber } from './number-paper.ts';
import { savePlan } from './save-plan.ts';
import { confirmSignature, recordInkSignature } from './sign-paper.ts';
import { startCycleFromFile } from './start-cycle-from-file.ts';
import { startCycle } from './start-cycle.ts';
import { submitPlan } from './submit-plan.ts';
import { giveUpDelivery, handOverPaper, sendAgain } from './tend-delivery.ts';

type AnyAct = Pick<Act<unknown>, 'name' | 'power'> & {
  readonly perform: Act<unknown>['perform'];
  readonly schema: Act<unknown>['schema'];
};

// One place where the type of an act's data is forgotten: its own schema reads the data before it runs.
const erased = <D>(act: Act<D>): AnyAct => act as unknown as AnyAct;

const ALL: readonly AnyAct[] = [
  erased(startCycle),
  erased(startCycleFromFile),
  erased(savePlan),
  erased(submitPlan),
  erased(withdrawPlan),
  erased(approvePlan),
  erased(returnPlan),
  erased(cancelCycle),
  erased(recordInkSignature),
  erased(confirmSignature),
  erased(numberPaper),
  erased(voidNumber),
  erased(stampPaper),
  erased(attachScan),
  erased(issuePaper),
  erased(handOverPaper),
  erased(sendAgain),
  erased(giveUpDelivery),
  erased(addUnit),
  erased(addPerson),
  erased(addSuperior),
  erased(changeSeries),
  erased(delegate),
  erased(giveAccount),
];

/** What people can do, by the name that routes, API and trail use. */
export const ACTS: ReadonlyMap<string, AnyAct> = new Map(ALL.map((act) => [act.name, act]));
