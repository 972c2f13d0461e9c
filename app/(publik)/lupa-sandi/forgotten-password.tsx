'use client'

import { useSyncExternalStore } from 'react'
import { AskForm } from './ask-form'
import { NewPasswordForm } from './new-password-form'

/** Asks for a letter, or, when one came by its link, for the new password. */
export function ForgottenPassword() {
  const token = useSyncExternalStore(onHashChange, tokenOfAddress, () => '')
  return token ? <NewPasswordForm key={token} /> : <AskForm />
}

const tokenOfAddress = () => location.hash.slice(1)

function onHashChange(listener: () => void) {
  addEventListener('hashchange', listener)
  return () => removeEventListener('hashchange', listener)
}
