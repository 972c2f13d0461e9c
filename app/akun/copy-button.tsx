'use client'

import { useState } from 'react'
import { Button } from '@/app/_ui/button'

/** Copies a text; its name says so once it is done. */
export function CopyButton({ text, label, done }: { text: string; label: string; done: string }) {
  const [copied, setCopied] = useState(false)
  const copy = () =>
    void navigator.clipboard
      ?.writeText(text)
      .then(() => setCopied(true))
      .catch(() => undefined)
  return (
    <Button size="sm" icon={copied ? 'check' : 'copy'} onClick={copy}>
      <span aria-live="polite">{copied ? done : label}</span>
    </Button>
  )
}
