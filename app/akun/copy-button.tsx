'use client'

import { useState } from 'react'
import { Button } from '@/app/_ui/button'
import { copyText } from '@/app/_ui/copy-text'

/** Copies a text; its name says so once it is done. */
export function CopyButton({ text, label, done }: { text: string; label: string; done: string }) {
  const [copied, setCopied] = useState(false)
  const copy = () => void copyText(text).then(setCopied)
  return (
    <Button size="sm" icon={copied ? 'check' : 'copy'} onClick={copy}>
      <span aria-live="polite">{copied ? done : label}</span>
    </Button>
  )
}
