'use client'

import { type ComponentProps, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { Field, type FieldProps } from '@/app/_ui/field/field'
import field from '@/app/_ui/field/field.module.css'
import styles from './suggested-field.module.css'

/** Milliseconds after the last key. */
const ASK_MS = 200
const LETTERS = 2

interface Props<Row> extends FieldProps, Pick<ComponentProps<'input'>, 'name'> {
  readonly value: string
  /** What may be meant by what is typed. */
  readonly complete: (q: string) => Promise<readonly Row[]>
  /** A row in one line. */
  readonly lineOf: (row: Row) => string
  /** What stands in the field now; `row` when it was chosen. */
  readonly onTyped: (text: string, row: Row | null) => void
}

/**
 * A line of text for which words are offered below it: a combobox as WAI-ARIA has it, by keyboard, by touch, and free text all the same. Not the device's
 * own list, which hides what is not spelled as it was typed.
 */
export function SuggestedField<Row>({ value, complete, lineOf, onTyped, label, hint, errors, ...input }: Props<Row>) {
  const list = useId()
  const { rows, isOpen, open, close } = useSuggestions(value, complete, lineOf)
  const [at, setAt] = useState(-1)
  const shown = isOpen ? rows : []
  const active = Math.min(at, shown.length - 1)
  const options = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (active >= 0) options.current?.children[active]?.scrollIntoView({ block: 'nearest' })
  }, [active])

  const leave = () => {
    close()
    setAt(-1)
  }
  const choose = (row: Row) => {
    leave()
    onTyped(lineOf(row), row)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    // Enter that ends a composed letter chooses nothing.
    if (event.nativeEvent.isComposing) return
    const row = shown[active]
    if (event.key === 'Escape' && shown.length > 0) leave()
    // With nothing chosen Enter only puts the list away: what is sent is meant to be sent.
    else if (event.key === 'Enter' && shown.length > 0) row ? choose(row) : leave()
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (shown.length === 0) open()
      else setAt(stepped(active, event.key === 'ArrowDown' ? 1 : -1, shown.length))
    } else return
    event.preventDefault()
  }
  return (
    <Field label={label} hint={hint} errors={errors}>
      {(wiring) => (
        <div className={styles.around}>
          <input
            type="text"
            {...input}
            {...wiring}
            className={field.control}
            value={value}
            role="combobox"
            aria-expanded={shown.length > 0}
            aria-controls={list}
            aria-autocomplete="list"
            aria-activedescendant={active < 0 ? undefined : `${list}-${active}`}
            autoComplete="off"
            spellCheck={false}
            onChange={({ target }) => {
              setAt(-1)
              open()
              onTyped(target.value, null)
            }}
            onKeyDown={onKeyDown}
            onBlur={leave}
          />
          <div
            ref={options}
            id={list}
            role="listbox"
            aria-label={label}
            tabIndex={-1}
            className={styles.list}
            hidden={shown.length === 0}
            // Focus stays in the field.
            onPointerDown={(event) => event.preventDefault()}
          >
            {shown.map((row, place) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: keys are the field's
              <div
                key={lineOf(row)}
                id={`${list}-${place}`}
                role="option"
                aria-selected={place === active}
                tabIndex={-1}
                onClick={() => choose(row)}
              >
                {lineOf(row)}
              </div>
            ))}
          </div>
        </div>
      )}
    </Field>
  )
}

/** The next place of a list that begins anew at its ends; from -1, where nothing is chosen. */
const stepped = (at: number, step: 1 | -1, length: number) => (at < 0 && step < 0 ? length - 1 : (at + step + length) % length)

/** What is offered for what was typed, once the hand rests. What stood there or was chosen offers nothing until somebody types. */
function useSuggestions<Row>(value: string, complete: Props<Row>['complete'], lineOf: Props<Row>['lineOf']) {
  const [rows, setRows] = useState<readonly Row[]>([])
  const [isOpen, setIsOpen] = useState(false)
  const q = value.trim()
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new function that asks the same is no reason to ask again
  useEffect(() => {
    if (!isOpen || q.length < LETTERS) return setRows([])
    let isLate = false
    const timer = setTimeout(() => {
      // Without words to offer it is a field like any other.
      complete(q).then(
        (found) => isLate || setRows([...new Map(found.map((row) => [lineOf(row), row])).values()]),
        () => undefined,
      )
    }, ASK_MS)
    return () => {
      isLate = true
      clearTimeout(timer)
    }
  }, [q, isOpen])
  return { rows, isOpen, open: () => setIsOpen(true), close: () => setIsOpen(false) }
}
