'use client'

import { type ComponentProps, useEffect, useId, useState } from 'react'
import { TextField } from '@/app/_ui/field/text-field'

/** Milliseconds after the last key. */
const ASK_MS = 200

interface Props<Row> extends Omit<ComponentProps<typeof TextField>, 'list' | 'onChange' | 'value'> {
  readonly value: string
  /** What may be meant by a beginning of so many letters. */
  readonly complete: (q: string) => Promise<readonly Row[]>
  /** A row in one line. */
  readonly lineOf: (row: Row) => string
  /** What stands in the field now; `row` when it is a line that was offered. */
  readonly onTyped: (text: string, row: Row | null) => void
}

const LETTERS = 2

/** A line of text for which words are offered, with the device's own list: by keyboard, by touch, and free text all the same. */
export function SuggestedField<Row>({ value, complete, lineOf, onTyped, ...field }: Props<Row>) {
  const id = useId()
  const [rows, setRows] = useState<readonly Row[]>([])
  const q = value.trim()
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new function that asks the same is no reason to ask again
  useEffect(() => {
    if (q.length < LETTERS) return setRows([])
    let isLate = false
    const timer = setTimeout(() => {
      // Without words to offer it is a field like any other.
      complete(q).then(
        (found) => isLate || setRows(found),
        () => undefined,
      )
    }, ASK_MS)
    return () => {
      isLate = true
      clearTimeout(timer)
    }
  }, [q])
  return (
    <>
      <TextField
        {...field}
        value={value}
        list={`${id}-daftar`}
        autoComplete="off"
        spellCheck={false}
        onChange={({ target }) => onTyped(target.value, rows.find((row) => lineOf(row) === target.value) ?? null)}
      />
      <datalist id={`${id}-daftar`}>
        {rows.map((row) => (
          <option key={lineOf(row)} value={lineOf(row)} />
        ))}
      </datalist>
    </>
  )
}
