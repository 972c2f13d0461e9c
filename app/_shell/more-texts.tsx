'use client'

import { NextIntlClientProvider, useMessages } from 'next-intl'
import { type ReactNode, useMemo } from 'react'
import type { Bahasa } from '@/lib/domain/bahasa'

interface Props {
  readonly locale: Bahasa
  readonly json: string
  readonly children: ReactNode
}

/** The other half of `<Texts>`. */
export function MoreTexts({ locale, json, children }: Props) {
  const known = useMessages()
  const messages = useMemo(() => ({ ...known, ...unpacked(json) }), [known, json])
  return (
    <NextIntlClientProvider locale={locale} messages={messages}>
      {children}
    </NextIntlClientProvider>
  )
}

/** A handful in each language, which the server reads once. */
const read = new Map<string, object>()

function unpacked(json: string): object {
  if (typeof window !== 'undefined') return JSON.parse(json)
  const texts = read.get(json) ?? (JSON.parse(json) as object)
  read.set(json, texts)
  return texts
}
