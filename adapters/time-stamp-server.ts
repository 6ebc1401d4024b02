const PATIENCE_MS = 20_000;

/**
 * Posts a time-stamp request and reads the answer, both DER (RFC 3161, 3.4).
 * @throws Error where the server can't be reached or answers otherwise
 */
export const createTimeStampServer =
  (url: string) =>
  async (request: Uint8Array): Promise<Uint8Array> => {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/timestamp-query' },
      body: Buffer.from(request),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (!answer.ok) throw new Error(`the time-stamp server answers ${String(answer.status)}`);
    return new Uint8Array(await answer.arrayBuffer());
  };
