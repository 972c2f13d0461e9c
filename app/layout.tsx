import type { Metadata, Viewport } from 'next'
import localFont from 'next/font/local'
import { headers } from 'next/headers'
import { connection } from 'next/server'
import { NextIntlClientProvider } from 'next-intl'
import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import '@fontsource-variable/plus-jakarta-sans/wght.css'
import { CatchUp } from '@/app/_shell/catch-up'
import { EARLY_SCRIPT } from '@/app/_shell/early-script'
import { RememberZone } from '@/app/_shell/remember-zone'
import { Texts } from '@/app/_shell/texts'
import './globals.css'

// Latin comes early and with a fallback of the same width; letters beyond it come from the style sheet of the same package when they occur.
const sans = localFont({
  src: '../node_modules/@fontsource-variable/plus-jakarta-sans/files/plus-jakarta-sans-latin-wght-normal.woff2',
  weight: '200 800',
  variable: '--font-sans',
  declarations: [{ prop: 'unicode-range', value: 'U+0000-00FF, U+2000-206F, U+20AC, U+2191, U+2193, U+2212' }],
})

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('umum')
  return {
    title: { default: t('judul'), template: `%s · ${t('nama')}` },
    description: t('uraian'),
    applicationName: t('nama'),
    icons: { icon: { url: '/favicon.svg', type: 'image/svg+xml' }, apple: { url: '/ikon-apel-180.png', sizes: '180x180' } },
    manifest: '/manifest.webmanifest',
    formatDetection: { telephone: false, email: false, address: false, date: false },
  }
}

/** What client components speak with is given to them by the `<Texts>` around them. */
const NONE_YET = {}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  interactiveWidget: 'resizes-content',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fffdf9' },
    { media: '(prefers-color-scheme: dark)', color: '#18251f' },
  ],
}

/** Every page is made for its request: only so do its scripts carry the nonce of that answer. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  await connection()
  const nonce = (await headers()).get('x-nonce') ?? undefined
  return (
    <html lang={await getLocale()} className={sans.variable}>
      <head>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours; nothing of a request is in it */}
        <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: EARLY_SCRIPT }} />
      </head>
      <body>
        <NextIntlClientProvider messages={NONE_YET}>
          <Texts of={['umum', 'galat']}>
            {children}
            <RememberZone />
            <CatchUp />
          </Texts>
        </NextIntlClientProvider>
      </body>
    </html>
  )
}
