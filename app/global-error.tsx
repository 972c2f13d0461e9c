'use client'

import { Kawung } from './_ui/kawung'
import './globals.css'
import styles from '@/app/_shell/notice.module.css'
import { PlainButton } from './_ui/plain'

/** The last resort, when the frame of all pages broke: without the catalogue, so in both languages. */
export default function GlobalError({ retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="id">
      <head>
        <title>Sapa</title>
      </head>
      <body>
        <main className={styles.notice}>
          <Kawung className={styles.mark} />
          <h1>Ada yang tidak beres di pihak kami</h1>
          <div className={styles.words}>
            <p>Halaman ini gagal dimuat. Pesan yang sudah terkirim tetap tersimpan.</p>
            <p lang="en">Something went wrong on our side. What was sent is still there.</p>
          </div>
          <div className={styles.actions}>
            <PlainButton onClick={retry}>Coba lagi</PlainButton>
          </div>
        </main>
      </body>
    </html>
  )
}
