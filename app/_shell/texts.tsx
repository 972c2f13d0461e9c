import { getLocale, getMessages } from 'next-intl/server'
import type { ReactNode } from 'react'
import type { Namespace } from '@/lib/i18n/messages'
import { MoreTexts } from './more-texts'

/** Gives client components below these namespaces beside those that they have already, and no others: texts travel with each page. */
export async function Texts({ of, children }: { of: readonly Namespace[]; children: ReactNode }) {
  return (
    <MoreTexts locale={await getLocale()} json={packed(await getMessages(), of)}>
      {children}
    </MoreTexts>
  )
}

type Messages = Awaited<ReturnType<typeof getMessages>>

/** Of each language, by the namespaces. */
const known = new WeakMap<Messages, Map<string, string>>()

/** As one text: of an object React would write, read and look at each value by itself, here and in the browser (decision 214). */
function packed(messages: Messages, of: readonly Namespace[]): string {
  const all = known.get(messages) ?? new Map<string, string>()
  known.set(messages, all)
  const json = all.get(of.join()) ?? JSON.stringify(Object.fromEntries(of.map((namespace) => [namespace, messages[namespace]])))
  all.set(of.join(), json)
  return json
}
