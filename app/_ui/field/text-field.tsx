import type { ComponentProps } from 'react'
import { classes } from '@/app/_ui/classes'
import { Field, type FieldProps } from './field'
import styles from './field.module.css'

/** One line of text. */
export function TextField({ label, hint, errors, className, ...input }: FieldProps & ComponentProps<'input'>) {
  return (
    <Field label={label} hint={hint} errors={errors} id={input.id}>
      {(wiring) => <input type="text" {...input} {...wiring} className={classes(styles.control, className)} />}
    </Field>
  )
}

/** Several lines of text; grows with what is typed where the browser can. */
export function TextArea({ label, hint, errors, className, ...area }: FieldProps & ComponentProps<'textarea'>) {
  return (
    <Field label={label} hint={hint} errors={errors} id={area.id}>
      {(wiring) => <textarea rows={4} {...area} {...wiring} className={classes(styles.control, styles.area, className)} />}
    </Field>
  )
}

/** A choice from a short list, with the device's own list. */
export function Select({ label, hint, errors, className, children, ...select }: FieldProps & ComponentProps<'select'>) {
  return (
    <Field label={label} hint={hint} errors={errors} id={select.id}>
      {(wiring) => (
        <select {...select} {...wiring} className={classes(styles.control, styles.select, className)}>
          {children}
        </select>
      )}
    </Field>
  )
}
