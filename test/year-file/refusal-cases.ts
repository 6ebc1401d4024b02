/** What is set in the reference year | to what (nothing: taken out) | code | what is expected there. */
export const REFUSALS_BY_GROUP = {
  'what is not of the schema': String.raw`
    /schemaVersion | "cchc-sample/2" | not-schema | cchc-sample/1
    /schemaVersion | | missing-field | cchc-sample/1
    /timezone | "Asia/Tokyo" | not-schema | Asia/Ho_Chi_Minh
    /cycleYear | 1999 | not-schema | a whole number from 2000 to 2100
    /cycleYear | 2101 | not-schema | a whole number from 2000 to 2100
    /cycleYear | 2024.5 | not-schema | a whole number from 2000 to 2100
    /cycleYear | "2024" | not-schema | number
    /plan | | missing-field | object
    /orgUnits | | missing-field | array
    /people | {} | not-schema | array
    /unit | [] | not-schema | object
    /people/3/fullName | | missing-field | string
    /people/3/fullName | "" | missing-field | a text that is not empty
    /orgUnits/0/name | " \t " | missing-field | a text that is not empty
    /plan/tasks/1/title | null | not-schema | string
    /plan/tasks/0/indicators/1/target | "4" | not-schema | number
    /plan/checkSchedule/Q3 | | missing-field | string
    /plan/tasks/0/indicators/0/direction | "up" | not-schema | decrease or increase
    /conference/kind | "PARTY" | not-schema | LAUNCH or SUMMARY_AND_REGISTRATION
    /conference/session | "Đêm" | not-schema | Sáng
    /plan/status | "DRAFT" | not-schema | APPROVED
    /unit/email | "van thu@annd.test" | not-schema | name@host
    /people/0/email | "a@annd.test\nBcc: b@annd.test" | not-schema | name@host
    /plan/adjustments/0/changes/1/to | [60] | not-schema | number or string
    /dialogue/questions/4/askedById | "P-01" | not-schema | null, for the question is anonymous
    /dialogue/questions/4/askedByOrgUnitId | "T-1" | not-schema | null, for the question is anonymous
    /documents/2/secrecy | "MẬT" | secret-paper | no secret paper
    /documents/2/secrecy | "TỐI MẬT" | secret-paper | no secret paper
    /documents/2/secrecy | "TUYỆT MẬT" | secret-paper | no secret paper
    /documents/2/secrecy | " Ma\u0302\u0323t" | secret-paper | no secret paper
    /documents/0/secrecy | "THƯỜNG" | not-schema | no mark of secrecy
    /people/0/roles/1 | "king" | unknown-role | leader or approver
    /people/0/roles/1 | 7 | unknown-role | leader or approver`,
  'keys and letters': String.raw`
    /budget | {} | unknown-key | a key of cchc-sample/1
    /plan/about | "" | unknown-key | a key of cchc-sample/1
    /plan/tasks/0/a~1b~0c | 1 | unknown-key | a key of cchc-sample/1
    /registrations/0/items/0/targets/constructor | 1 | unknown-key | a key of the schema
    /plan/checkSchedule/Q5 | "2024-12-30" | unknown-reference | Q1 or Q2 or Q3 or Q4
    /plan/tasks/0/indicators/0/quarterTargets/Q0 | 1 | unknown-reference | Q1 or Q2 or Q3 or Q4
    /quarterChecks/0/quarter | "Q9" | unknown-reference | Q1 or Q2 or Q3 or Q4
    /unit/id | "Phòng 1" | bad-key | [A-Za-z0-9._-]{1,40}
    /unit/id | "" | bad-key | [A-Za-z0-9._-]{1,40}
    /orgUnits/1/id | "T/1" | bad-key | [A-Za-z0-9._-]{1,40}
    /people/1/id | "PPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPP" | bad-key | [A-Za-z0-9._-]{1,40}
    /plan/tasks/0/product | "a\u0000b" | letter-without-glyph | printable letters
    /plan/tasks/0/product | "a\ud800b" | letter-without-glyph | printable letters`,
  dates: String.raw`
    /plan/registrationOpensOn | "2023-02-29" | impossible-date | YYYY-MM-DD
    /documents/0/issuedOn | "15/01/2024" | impossible-date | YYYY-MM-DD
    /conference/date | "2024-04-17T00:00:00+07:00" | impossible-date | YYYY-MM-DD
    /approvals/0/at | "2024-01-15T10:00:00" | impossible-date | YYYY-MM-DDThh:mm:ss+07:00
    /approvals/0/at | "2024-01-15T24:00:00+07:00" | impossible-date | YYYY-MM-DDThh:mm:ss+07:00
    /approvals/0/at | "2024-01-15T10:00:00+15:00" | impossible-date | YYYY-MM-DDThh:mm:ss+07:00
    /registrations/0/submittedAt | "2023-02-29T10:00:00+07:00" | impossible-date | YYYY-MM-DDThh:mm:ss+07:00
    /orgUnits/3/validTo | "2023-12-31" | impossible-date | >= 2024-01-01
    /people/4/validTo | "2024-05-01" | impossible-date | >= 2024-06-01
    /legalBases/2/inForceTo | "2023-01-01" | impossible-date | >= 2024-01-01
    /orgUnits/4/nameHistory/1/until | "2024-09-30" | impossible-date | >= 2024-10-01
    /plan/registrationDeadline | "2024-01-15" | impossible-date | >= 2024-01-16
    /conference/endAt | "2024-04-17T13:59:59+07:00" | impossible-date | >= 2024-04-17T14:00:00+07:00
    /quarterChecks/1/dataPeriod/to | "2024-03-14" | impossible-date | >= 2024-03-15
    /quarterChecks/2/checkedOn | "2024-09-13" | out-of-time | >= 2024-09-14
    /dialogue/questions/1/escalation/dueOn | "2024-04-21" | impossible-date | >= 2024-04-22
    /dialogue/questions/1/escalation/repliedOn | "2024-04-21" | impossible-date | >= 2024-04-22
    /conference/startAt | "2024-04-16T14:00:00+07:00" | impossible-date | 2024-04-17T
    /conference/date | "2042-04-17" | impossible-date | 2022-01-01 to 2026-12-31
    /documents/0/issuedOn | "2014-01-15" | impossible-date | 2022-01-01 to 2026-12-31
    /plan/checkSchedule/Q4 | "2034-12-05" | impossible-date | 2022-01-01 to 2026-12-31
    /plan/adjustments/0/effectiveOn | "2042-07-15" | impossible-date | 2022-01-01 to 2026-12-31
    /registrations/0/submittedAt | "2014-01-29T09:10:00+07:00" | impossible-date | 2022-01-01 to 2026-12-31
    /quarterChecks/3/checkedOn | "2042-12-05" | impossible-date | 2022-01-01 to 2026-12-31
    /documents/11/issuedOn | "2024-04-16" | impossible-date | >= 2024-04-17
    /documents/13/issuedOn | "2024-01-12" | impossible-date | >= 2024-01-15`,
  'ids that stand twice': String.raw`
    /superiors/1/id | "SUP-PH10" | duplicate-id | an id that its list does not have yet | /superiors/2/id
    /orgUnits/6/id | "U-ANND" | duplicate-id | an id that its list does not have yet
    /people/5/id | "P-01" | duplicate-id | an id that its list does not have yet
    /domains/1/code | "D1" | duplicate-id | an id that its list does not have yet
    /plan/tasks/1/id | "NV1" | duplicate-id | an id that its list does not have yet
    /plan/tasks/2/indicators/1/id | "CT3.1" | duplicate-id | an id that its list does not have yet
    /registrations/1/id | "DK-01" | duplicate-id | an id that its list does not have yet
    /approvals/1/id | "AP-1" | duplicate-id | an id that its list does not have yet
    /dialogue/questions/5/id | "CH-1" | duplicate-id | an id that its list does not have yet
    /quarterChecks/1/quarter | "Q1" | duplicate-id | an id that its list does not have yet
    /documents/4/id | "DOC-KH" | duplicate-id | an id that its list does not have yet
    /legalBases/3 | {"citation":"Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022","inForceFrom":"2024-01-01","inForceTo":null} | duplicate-id | an id that its list does not have yet | /legalBases/3/citation
    /commitments/signatories/6/orgUnitId | "T-TH" | duplicate-id | an id that its list does not have yet
    /quarterChecks/0/results/1/indicatorId | "CT1.1" | duplicate-id | an id that its list does not have yet
    /yearSummary/taskOutcomes/4/taskId | "NV1" | duplicate-id | an id that its list does not have yet
    /conference/minutesDocumentId | "DOC-KH" | duplicate-id | not the paper of /plan/documentId
    /quarterChecks/1/documentId | "DOC-BC-Q1" | duplicate-id | not the paper of /quarterChecks/0/documentId
    /quarterChecks/2/documentId | "DOC-BC-NAM" | duplicate-id | not the paper of /quarterChecks/2/documentId | /quarterChecks/3/documentId`,
  'references to nothing': String.raw`
    /people/2/orgUnitId | "X" | unknown-reference | an id of /orgUnits or /unit
    /orgUnits/3/successorId | "X" | unknown-reference | an id of /orgUnits
    /plan/documentId | "X" | unknown-reference | an id of /documents
    /plan/tasks/2/domains/1 | "D9" | unknown-reference | an id of /domains
    /plan/tasks/2/primaryDomain | "D1" | unknown-reference | an id of /plan/tasks/2/domains
    /plan/tasks/0/leadOrgUnitId | "X" | unknown-reference | an id of /orgUnits
    /plan/tasks/0/coordinatingOrgUnitIds/3 | "X" | unknown-reference | an id of /orgUnits
    /plan/adjustments/0/documentId | "X" | unknown-reference | an id of /documents
    /plan/adjustments/0/changes/0/taskId | "X" | unknown-reference | an id of /plan/tasks
    /plan/adjustments/0/changes/0/to | "X" | unknown-reference | an id of /orgUnits
    /plan/adjustments/0/changes/1/indicatorId | "CT1.1" | unknown-reference | an id of /plan/tasks/4/indicators
    /registrations/0/orgUnitId | "X" | unknown-reference | an id of /orgUnits or /unit
    /registrations/0/submittedById | "X" | unknown-reference | an id of /people
    /registrations/0/items/0/taskId | "X" | unknown-reference | an id of /plan/tasks
    /registrations/0/items/0/targets/CT~19~0 | 1 | unknown-reference | an id of /plan/tasks/0/indicators
    /registrations/3/history/1/byId | "X" | unknown-reference | an id of /people
    /approvals/0/byId | "X" | unknown-reference | an id of /people
    /approvals/1/documentId | "X" | unknown-reference | an id of /documents
    /conference/chairId | "X" | unknown-reference | an id of /people
    /conference/secretaryId | "X" | unknown-reference | an id of /people
    /conference/minutesDocumentId | "X" | unknown-reference | an id of /documents
    /conference/agenda/4/ownerId | "X" | unknown-reference | an id of /people
    /commitments/documentId | "X" | unknown-reference | an id of /documents
    /commitments/witnessId | "X" | unknown-reference | an id of /people
    /commitments/signatories/0/orgUnitId | "X" | unknown-reference | an id of /orgUnits or /unit
    /commitments/signatories/0/personId | "X" | unknown-reference | an id of /people
    /dialogue/responderId | "X" | unknown-reference | an id of /people
    /dialogue/questions/0/askedByOrgUnitId | "X" | unknown-reference | an id of /orgUnits or /unit
    /dialogue/questions/0/askedById | "X" | unknown-reference | an id of /people
    /dialogue/questions/0/domain | "X" | unknown-reference | an id of /domains
    /dialogue/questions/0/answeredById | "X" | unknown-reference | an id of /people
    /dialogue/questions/0/actionOwnerOrgUnitId | "X" | unknown-reference | an id of /orgUnits or /unit
    /dialogue/questions/1/escalation/documentId | "X" | unknown-reference | an id of /documents
    /dialogue/questions/1/escalation/toSuperiorIds/1 | "X" | unknown-reference | an id of /superiors
    /dialogue/questions/5/mergedIntoId | "X" | unknown-reference | an id of /dialogue/questions
    /quarterChecks/3/documentId | "X" | unknown-reference | an id of /documents
    /quarterChecks/3/results/9/taskId | "X" | unknown-reference | an id of /plan/tasks
    /quarterChecks/3/results/9/indicatorId | "CT1.1" | unknown-reference | an id of /plan/tasks/4/indicators
    /yearSummary/documentId | "X" | unknown-reference | an id of /documents
    /yearSummary/taskOutcomes/0/taskId | "X" | unknown-reference | an id of /plan/tasks
    /yearSummary/selfScore/byDomain/D9 | [1] | unknown-reference | an id of /domains
    /documents/0/signerId | "X" | unknown-reference | an id of /people
    /documents/6/attachedTo | "X" | unknown-reference | an id of /documents
    /documents/7/cosignerId | "X" | unknown-reference | an id of /people
    /documents/11/corrects | "X" | unknown-reference | an id of /documents
    /documents/13/amends | "X" | unknown-reference | an id of /documents
    /people/2/orgUnitId | "SUP-PV01" | unknown-reference | an id of /orgUnits or /unit
    /orgUnits/3/successorId | "T-3" | unknown-reference | does not lead back
    /dialogue/questions/5/mergedIntoId | "CH-6" | unknown-reference | does not lead back
    /documents/6/attachedTo | "DOC-CTR" | unknown-reference | does not lead back
    /documents/11/corrects | "DOC-DC" | unknown-reference | does not lead back
    /documents/0/amends | "DOC-KH-DC" | unknown-reference | does not lead back | /documents/13/amends
    /documents/0/status | "VOID" | unknown-reference | a paper whose number is not void | /plan/documentId
    /documents/8/status | "VOID" | unknown-reference | a paper whose number is not void | /commitments/documentId
    /documents/9/status | "VOID" | unknown-reference | a paper whose number is not void | /dialogue/questions/1/escalation/documentId`,
  'questions without what their state needs': String.raw`
    /dialogue/questions/0/answer | | missing-field | the answer
    /dialogue/questions/4/answer | | missing-field | the answer
    /dialogue/questions/1/escalation | | missing-field | to whom, when and by which paper
    /dialogue/questions/0/status | "ESCALATED" | missing-field | to whom, when and by which paper | /dialogue/questions/0/escalation
    /dialogue/questions/1/escalation/toSuperiorIds | [] | missing-field | the id of a superior
    /dialogue/questions/1/escalation/repliedOn | null | missing-field | the day of the reply
    /dialogue/questions/1/escalation/reply | null | missing-field | the reply
    /dialogue/questions/2/escalation/status | "ANSWERED" | missing-field | the day of the reply | /dialogue/questions/2/escalation/repliedOn
    /dialogue/questions/5/mergedIntoId | | missing-field | the id of the question that it went into
    /dialogue/questions/4/anonymous | false | missing-field | who asked | /dialogue/questions/4/askedById
    /dialogue/questions/0/status | "OPEN" | not-schema | ANSWERED_AT_CONFERENCE or ANSWERED_IN_WRITING or ESCALATED or MERGED`,
  'a launch and its year': String.raw`
    /conference/opensCycleYear | 2025 | not-schema | 2024
    /conference/closesCycleYear | 2023 | not-schema | a launch closes no year
    /previousYearSummary | {"year":2024,"results":[]} | not-schema | < 2024 | /previousYearSummary/year
    /conference/kind | "SUMMARY_AND_REGISTRATION" | missing-field | 2023 | /conference/closesCycleYear`,
  'rules of the year': String.raw`
    /plan/tasks/0/indicators/1/target | -1 | unreachable-target | >= 0
    /plan/tasks/1/indicators/0/target | 3.1 | unreachable-target | <= 3
    /plan/adjustments/0/changes/1/field | "budget" | unknown-key | leadOrgUnitId
    /registrations/0/status | "DECLINED" | missing-field | a reason | /registrations/0/reason
    /registrations/3/history/0/reason | " " | missing-field | a reason
    /approvals/0/decision | "RETURNED" | missing-field | a reason | /approvals/0/reason
    /conference/attendance/headcount/present | 46 | not-schema | present + absentWithReason = 48 | /conference/attendance/headcount
    /documents/0/number | 16 | not-schema | 16/… | /documents/0/numberDisplay
    /documents/4/signingCapacity | | no-power | leader, or deputyLeader with KT. | /documents/4/signerId
    /documents/4/signerId | "P-03" | no-power | leader, or deputyLeader with KT.
    /people/0/validTo | "2024-11-30" | no-power | someone in post on 2024-12-12 | /documents/15/signerId
    /people/10/validTo | "2024-04-16" | no-power | someone in post on 2024-04-17 | /documents/7/cosignerId
    /documents/4/signingCapacity | "TL." | no-power | leader, or deputyLeader with KT. | /documents/4/signerId
    /documents/8/number | 67 | not-schema | null, for the type has no abbreviation
    /documents/8/numberDisplay | "67/BCK-ANNĐ" | not-schema | null
    /documents/8/signerId | "P-01" | not-schema | null, for the type has no abbreviation
    /documents/0/number | 0 | not-schema | a whole number from 1
    /approvals/0/byId | "P-12" | no-power | leader or approver or deputyLeader or delegatedSigner
    /people/2/validFrom | "2024-01-30" | no-power | someone in post on 2024-01-29 | /registrations/0/submittedById
    /registrations/3/history/0/byId | "P-05" | no-power | someone in post on 2024-02-02
    /conference/secretaryId | "P-05" | no-power | someone in post on 2024-04-17
    /commitments/signatories/1/personId | "P-05" | no-power | someone in post on 2024-04-17
    /commitments/witnessId | "P-05" | no-power | someone in post on 2024-04-17`,
} as const;
