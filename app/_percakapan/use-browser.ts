'use client'

import { useSyncExternalStore } from 'react'

/** False in the server's HTML and while the page wakes up: what can only be done by script stays disabled until then. */
export const useAwake = (): boolean => useSyncExternalStore(never, yes, no)

/** Is somebody looking? Only then has a pesan been seen. */
export const isLookedAt = (): boolean => document.visibilityState === 'visible' && document.hasFocus()

const never = () => () => {}
const yes = () => true
const no = () => false
