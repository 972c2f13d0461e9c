import { type ComponentProps, type ReactNode, useId } from 'react'
import { Icon } from '@/app/_ui/icon'
import styles from './checkbox.module.css'

interface Props extends Omit<ComponentProps<'input'>, 'type'> {
  label: ReactNode
  errors?: readonly string[]
}

/** A box to tick, with its words beside it. */
export function Checkbox({ label, errors = [], ...input }: Props) {
  const id = useId()
  const wrong = errors.length > 0
  return (
    <div className={styles.field}>
      <div className={styles.row}>
        <input
          {...input}
          type="checkbox"
          id={id}
          className={styles.box}
          aria-invalid={wrong || undefined}
          aria-describedby={wrong ? `${id}-salah` : undefined}
        />
        <label htmlFor={id}>{label}</label>
      </div>
      {wrong && (
        <p className={styles.error} id={`${id}-salah`}>
          <Icon name="alert" />
          <span>{errors.join(' ')}</span>
        </p>
      )}
    </div>
  )
}
