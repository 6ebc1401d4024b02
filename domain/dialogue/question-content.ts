/** What was asked; kept as kind `question` under questionContentId(). Who asked stands in the state. */
export interface QuestionContent {
  readonly text: string;
}

/** What the head said or wrote; kept as kind `question-answer`. */
export interface QuestionAnswer {
  readonly answer: string;
  /** Why it is beyond the head; null: it was not passed up. */
  readonly reason: string | null;
}

/** What a body above answered; kept as kind `question-reply`. */
export interface QuestionReply {
  readonly text: string;
  /** As it stands on their paper; null: it has none. */
  readonly number: string | null;
  readonly summary: string | null;
  readonly scanSha256: string | null;
}
