/** What is set in the year 2022 | to what (nothing: taken out) | code | what is expected there. */
export const SUMMARY_REFUSALS_BY_GROUP = {
  'the two years of its conference': String.raw`
    /previousYearSummary | | missing-field | the results of 2021
    /previousYearSummary/year | 2020 | not-schema | 2021
    /conference/closesCycleYear | | missing-field | 2021
    /conference/closesCycleYear | 2020 | not-schema | 2021
    /conference/opensCycleYear | | missing-field | 2022
    /conference/opensCycleYear | 2023 | not-schema | 2022
    /conference/kind | "LAUNCH" | not-schema | a launch closes no year | /conference/closesCycleYear
    /conference/date | "2021-11-05" | impossible-date | 2021-11-05T | /conference/startAt
    /cycleYear | 2023 | not-schema | 2022 | /conference/closesCycleYear
    /previousYearSummary/results/1/id | "KQ1" | duplicate-id | an id that its list does not have yet
    /previousYearSummary/results/3/metric/percent | 10 | unknown-key | a key of cchc-sample/1`,
  'what the schema knows': String.raw`
    /conference/session | "Chiều" | not-schema | Sáng
    /registrations/3/status | "WITHDRAWN" | not-schema | APPROVED or DECLINED or RETURNED
    /registrations/3/reason | | missing-field | a reason
    /approvals/0/reason | | missing-field | a reason
    /yearSummary/taskOutcomes/3/outcome | "FAILED" | not-schema | NOT_ACHIEVED
    /people/1/roles/0 | "deputy" | unknown-role | deputyLeader
    /documents/3/secrecy | "MẬT" | secret-paper | no secret paper
    /plan/budget | 1 | unknown-key | a key of cchc-sample/1`,
  'its numbers and signatures': String.raw`
    /documents/16/issuedOn | "2021-12-01" | number-taken | a number not yet given | /documents/16/numberDisplay
    /documents/15/number | 236 | not-schema | 236/… | /documents/15/numberDisplay
    /documents/2/signingCapacity | | no-power | deputyLeader with KT. | /documents/2/signerId
    /documents/2/signingCapacity | "TL." | no-power | deputyLeader with KT. | /documents/2/signerId
    /documents/9/signingCapacity | "KT." | no-power | the head of a unit with TL. or TUQ. | /documents/9/signerId
    /documents/9/signerId | "P-13" | no-power | the head of a unit with TL. or TUQ.
    /people/3/validTo | "2022-01-04" | no-power | someone in post on 2022-01-05 | /documents/9/signerId
    /people/6/validTo | "2021-11-03" | no-power | someone in post on 2021-11-04 | /commitments/signatories/3/personId
    /people/8/validFrom | "2021-10-19" | no-power | someone in post on 2021-10-18 | /registrations/3/submittedById`,
  'its figures and days': String.raw`
    /conference/attendance/headcount/absentWithReason | 3 | not-schema | present + absentWithReason = 62 | /conference/attendance/headcount
    /quarterChecks/0/checkedOn | "2022-03-13" | out-of-time | >= 2022-03-14
    /plan/tasks/2/indicators/1/target | 13 | unreachable-target | <= 12
    /commitments/signatories/4/orgUnitId | "M-PX" | unknown-reference | an id of /orgUnits or /unit
    /commitments/signatories/4/orgUnitId | "T-1" | duplicate-id | an id that its list does not have yet
    /registrations/0/items/0/targets/CT2.1 | 4 | unknown-reference | an id of /plan/tasks/0/indicators`,
} as const;
