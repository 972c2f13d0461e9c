'use client'

import { useRouter } from 'next/navigation'
import { createContext, type ReactNode, useContext, useEffect, useRef, useState, useTransition } from 'react'
import { Icon } from '@/app/_ui/icon'
import styles from './after-deed.module.css'

/** How long what was done stays in sight, in milliseconds. */
const SHOWN_MS = 8000

const Done = createContext<(message: string) => void>(() => {})

/** Call it when the API has done what was asked: it says so, and shows the page as it is now. */
export const useDone = () => useContext(Done)

/**
 * What an admin did is told at the foot of the window and to screen readers, because the row that it was done to may be gone from the list.
 * When the button went with it, the keyboard goes on from the top of the page.
 */
export function AfterDeed({ children }: { children: ReactNode }) {
  const router = useRouter()
  const [message, setMessage] = useState('')
  const [refreshing, startRefresh] = useTransition()
  const wasRefreshing = useRef(false)

  useEffect(() => {
    if (wasRefreshing.current && !refreshing && document.activeElement === document.body) document.getElementById('isi')?.focus()
    wasRefreshing.current = refreshing
  }, [refreshing])

  useEffect(() => {
    if (!message) return
    const timer = setTimeout(() => setMessage(''), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [message])

  const done = (words: string) => {
    setMessage(words)
    startRefresh(() => router.refresh())
  }
  return (
    <Done.Provider value={done}>
      {children}
      <div className={styles.place} role="status">
        {message && (
          <p className={styles.message}>
            <Icon name="check" />
            {message}
          </p>
        )}
      </div>
    </Done.Provider>
  )
}
