'use client'

import { usePathname } from 'next/navigation'
import { lazily } from '@/app/_ui/later/lazily'
import { later } from '@/lib/client/page/later'

// Few have not followed it yet, and a conversation shows none of it.
const ConfirmLetter = lazily(later(() => import('./confirm-letter').then((part) => part.ConfirmLetter), false))

const CONVERSATION = /\/konsultasi\/konsultasi_/

/** Reminds of the letter that was not followed yet. It walls nothing off, and leaves a conversation all its room. Needs `umum`. */
export const ConfirmBar = ({ email }: { email: string }) => (CONVERSATION.test(usePathname()) ? null : <ConfirmLetter email={email} />)
