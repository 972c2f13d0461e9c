'use client'

import { type ComponentProps, useState } from 'react'
import { Field, type FieldProps } from './field'
import styles from './field.module.css'

interface Props extends FieldProps, Omit<ComponentProps<'input'>, 'type'> {
  showLabel: string
  hideLabel: string
  autoComplete: 'current-password' | 'new-password'
}

/** A password with a button beside it that shows what is typed. The button's words never hold the field's label: it must not be found by it. */
export function PasswordField({ label, hint, errors, showLabel, hideLabel, ...input }: Props) {
  const [shown, setShown] = useState(false)
  return (
    <Field label={label} hint={hint} errors={errors} id={input.id}>
      {(wiring) => (
        <span className={styles.joined}>
          <input
            autoCapitalize="none"
            autoCorrect="off"
            spellCheck={false}
            {...input}
            {...wiring}
            type={shown ? 'text' : 'password'}
            className={styles.control}
          />
          <button type="button" className={styles.inset} aria-controls={wiring.id} onClick={() => setShown(!shown)}>
            {shown ? hideLabel : showLabel}
          </button>
        </span>
      )}
    </Field>
  )
}
