'use client'

import { type ComponentType, lazy, Suspense } from 'react'
import { later } from '@/lib/client/page/later'

const linkedText = later(() => import('./linked-text').then((part) => part.LinkedText))
// One that cannot be had leaves the words as they are.
const LinkedText = lazy<ComponentType<{ text: string }>>(() =>
  linkedText().then(
    (part) => ({ default: part }),
    () => ({ default: Plain }),
  ),
)

/** The words of a pesan. Most hold nothing that could be a link or a number to call, and need nothing that looks for it. */
export const PesanText = ({ text }: { text: string }) =>
  MAY_LEAD.test(text) ? (
    <Suspense fallback={<Plain text={text} />}>
      <LinkedText text={text} />
    </Suspense>
  ) : (
    <span>{text}</span>
  )

const Plain = ({ text }: { text: string }) => <span>{text}</span>

/** Three digits near each other, or a sign between letters as in an address. */
const MAY_LEAD = /\d\D{0,3}\d\D{0,3}\d|\S[.@:/]\S/
