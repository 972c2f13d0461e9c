import { type ReactNode, useId } from 'react'
import { classes } from '@/app/_ui/classes'
import { Icon } from '@/app/_ui/icon'
import styles from './radio-cards.module.css'

interface RadioCard {
  value: string
  /** The name of the choice. */
  label: string
  /** Said after the name, also by a screen reader. */
  detail?: ReactNode
  /** Drawn before the name: an avatar, an icon. */
  lead?: ReactNode
  disabled?: boolean
}

interface Props {
  label: string
  name: string
  choices: readonly RadioCard[]
  hint?: ReactNode
  errors?: readonly string[]
  defaultValue?: string
  required?: boolean
  /** Beside one another where there is room. */
  columns?: boolean
  /** Between the label and the cards: a filter. */
  children?: ReactNode
  onChoose?: (value: string) => void
}

/** A radio group of cards. Native radios, uncontrolled: what was chosen before the page woke up stays chosen. */
export function RadioCards({ label, name, choices, hint, errors = [], defaultValue, required, columns, children, onChoose }: Props) {
  const id = useId()
  const wrong = errors.length > 0
  const describedBy = [wrong && `${id}-salah`, hint && `${id}-petunjuk`].filter(Boolean).join(' ') || undefined
  return (
    <div
      className={styles.group}
      role="radiogroup"
      aria-labelledby={`${id}-nama`}
      aria-describedby={describedBy}
      aria-required={required}
      aria-invalid={wrong || undefined}
    >
      <span className={styles.label} id={`${id}-nama`}>
        {label}
      </span>
      {hint && (
        <p className={styles.hint} id={`${id}-petunjuk`}>
          {hint}
        </p>
      )}
      {children}
      {wrong && (
        <p className={styles.error} id={`${id}-salah`}>
          <Icon name="alert" />
          <span>{errors.join(' ')}</span>
        </p>
      )}
      <div className={classes(styles.cards, columns && styles.columns)}>
        {choices.map((choice) => (
          <label key={choice.value} className={styles.card}>
            {choice.lead}
            <span className={styles.words}>
              <span className={styles.name}>{choice.label}</span>
              {choice.detail && <span className={styles.detail}>{choice.detail}</span>}
            </span>
            <input
              className={styles.radio}
              type="radio"
              name={name}
              value={choice.value}
              defaultChecked={choice.value === defaultValue}
              disabled={choice.disabled}
              required={required}
              onChange={onChoose && (() => onChoose(choice.value))}
            />
          </label>
        ))}
      </div>
    </div>
  )
}
