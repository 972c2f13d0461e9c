import type { ChangeEvent } from 'react'

/** What is wrong with a field, by its name in the contract. */
export type ErrorsOf = (field: string) => readonly string[] | undefined

/** How a part of a form is told what it shows, and tells what was typed. */
export interface PartProps<Isi> {
  readonly isi: Isi
  readonly change: (isi: Isi) => void
  readonly errorsOf: ErrorsOf
}

type Texts<Isi> = { [Name in keyof Isi]: Isi[Name] extends string ? Name : never }[keyof Isi]

/** Ties the field of a name to what is typed in it. */
export const tie =
  <Isi>({ isi, change, errorsOf }: PartProps<Isi>) =>
  <Name extends Texts<Isi> & string>(name: Name) => ({
    name,
    value: isi[name] as string,
    errors: errorsOf(name),
    autoComplete: 'off',
    onChange: ({ target }: ChangeEvent<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>) =>
      change({ ...isi, [name]: target.value }),
  })

/** A row of a list that was changed; null takes it out. */
export const withRow = <Row>(rows: readonly Row[], at: number, row: Row | null): Row[] =>
  row === null ? rows.filter((_, place) => place !== at) : rows.map((one, place) => (place === at ? row : one))

/** The errors below a name. */
export const below =
  (errorsOf: ErrorsOf, prefix: string): ErrorsOf =>
  (field) =>
    errorsOf(`${prefix}.${field}`)
