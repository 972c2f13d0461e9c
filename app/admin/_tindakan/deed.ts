/** What a button asks of the API, and what to say when it is done. */
export interface Deed {
  /** Below `/api/v1`. */
  readonly path: string
  readonly method: 'PUT' | 'DELETE'
  readonly body?: Readonly<Record<string, unknown>>
  readonly done: string
}
