import type { ComponentProps } from 'react'
import { TextField } from '@/app/_ui/field/text-field'

/** An e-mail address, named `email`; the one that an account is known by unless `autoComplete` says otherwise. */
export const EmailField = (props: Omit<ComponentProps<typeof TextField>, 'name' | 'type'>) => (
  <TextField
    name="email"
    type="email"
    inputMode="email"
    autoComplete="username"
    autoCapitalize="none"
    spellCheck={false}
    required
    {...props}
  />
)
