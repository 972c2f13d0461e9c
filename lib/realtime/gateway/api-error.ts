/** A refusal of the HTTP API: a status and one plain sentence, as the hosted service answers. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly headers: Record<string, string> = {},
  ) {
    super(message)
  }
}
