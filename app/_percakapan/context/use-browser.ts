'use client'

import { useSyncExternalStore } from 'react'
import { isBehindModal } from '@/app/_ui/dialog/modals'

/** False in the server's HTML and while the page wakes up: what can only be done by script stays disabled until then. */
export const useAwake = (): boolean => useSyncExternalStore(never, yes, no)

/** Is somebody looking at the conversation? Only then has a pesan been seen: not behind another window, nor behind a dialog. */
export const isLookedAt = (): boolean => document.visibilityState === 'visible' && document.hasFocus() && !isBehindModal()

const never = () => () => {}
const yes = () => true
const no = () => false
