interface Props {
  readonly className: string | undefined
  /** What is done, in the reader's words, and the keys that do it. */
  readonly of: readonly (readonly [what: string, keys: readonly string[]])[]
}

/** What can be done by which keys. */
export function KeyList({ className, of }: Props) {
  return (
    <dl className={className}>
      {of.map(([what, keys]) => (
        <div key={what}>
          <dt>{what}</dt>
          <dd>
            {keys.map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  )
}
