import { NextIntlClientProvider } from 'next-intl'
import { getMessages } from 'next-intl/server'
import type { ReactNode } from 'react'
import type { Namespace } from '@/lib/i18n/messages'

/** Gives client components below the namespaces that they speak with, and no others: texts travel with each page. */
export async function Texts({ of, children }: { of: readonly Namespace[]; children: ReactNode }) {
  const messages = await getMessages()
  const needed = Object.fromEntries(of.map((namespace) => [namespace, messages[namespace]]))
  return <NextIntlClientProvider messages={needed}>{children}</NextIntlClientProvider>
}
