/** Something the operator can put right: shown as one message without a stack, then a non-zero exit. */
export class StartError extends Error {
  /** @override */
  name = 'StartError'
}
