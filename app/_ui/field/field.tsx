import { type ReactNode, useId } from 'react'
import { Icon } from '@/app/_ui/icon'
import styles from './field.module.css'

export interface FieldProps {
  /** Its accessible name: nothing else is added to it. */
  label: string
  hint?: ReactNode
  /** What is wrong with it, in words; empty or missing when nothing is. */
  errors?: readonly string[]
}

interface Wiring {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
}

/** Label, control, hint and refusals of one field, tied together for a screen reader. `children` draws the control. */
export function Field({
  label,
  hint,
  errors = [],
  id: given,
  children,
}: FieldProps & { id?: string; children: (wiring: Wiring) => ReactNode }) {
  const made = useId()
  const id = given ?? made
  const wrong = errors.length > 0
  const describedBy = [wrong && `${id}-salah`, hint && `${id}-petunjuk`].filter(Boolean).join(' ') || undefined
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      {children({ id, 'aria-describedby': describedBy, 'aria-invalid': wrong || undefined })}
      {wrong && (
        <p className={styles.error} id={`${id}-salah`}>
          <Icon name="alert" />
          <span>{errors.join(' ')}</span>
        </p>
      )}
      {hint && (
        <p className={styles.hint} id={`${id}-petunjuk`}>
          {hint}
        </p>
      )}
    </div>
  )
}
