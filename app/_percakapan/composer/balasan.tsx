'use client'

import { type RefObject, useEffect } from 'react'
import { useThread } from '@/app/_percakapan/context/percakapan-context'
import { useAgeAndSex } from '@/app/_profil/words'
import { LaterDialog } from '@/app/_ui/later/later-dialog'
import { later } from '@/lib/client/page/later'
import { fillBalasan, nextBlank } from '@/lib/domain/balasan-cepat'

const picker = later(() => import('@/app/_meja/balasan-picker').then((part) => part.BalasanPicker), false)

interface Props {
  readonly area: RefObject<HTMLTextAreaElement | null>
  readonly open: boolean
  /** Stays the same function. */
  readonly onOpenChange: (open: boolean) => void
}

/**
 * For a dokter: `/` at the beginning of a line opens the quick replies, and Tab goes from blank to blank. On a keyboard on the screen no key is heard, so
 * what is about to be put in is looked at.
 */
export function Balasan({ area, open, onOpenChange }: Props) {
  const { profil, dokter } = useThread(({ konsultasi }) => konsultasi)
  const umur = useAgeAndSex()({ umur: profil.umur, jenis_kelamin: null })

  useEffect(() => {
    const element = area.current
    if (!element) return
    const onInput = (event: InputEvent) => {
      if (event.data !== '/' || !isAtLineStart(element)) return
      event.preventDefault()
      onOpenChange(true)
    }
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Tab' || event.shiftKey || event.ctrlKey || event.altKey || event.metaKey) return
      const blank = nextBlank(element.value, element.selectionEnd)
      if (!blank || blank.from < element.selectionEnd) return
      event.preventDefault()
      element.setSelectionRange(blank.from, blank.to)
    }
    element.addEventListener('beforeinput', onInput)
    element.addEventListener('keydown', onKeyDown)
    return () => {
      element.removeEventListener('beforeinput', onInput)
      element.removeEventListener('keydown', onKeyDown)
    }
  }, [area, onOpenChange])

  const insert = (isi: string) => {
    const element = area.current
    if (!element) return
    const from = element.selectionStart
    element.setRangeText(
      fillBalasan(isi, { pasien: profil.nama, dokter: dokter.nama, umur: umur || null }),
      from,
      element.selectionEnd,
      'end',
    )
    element.dispatchEvent(new InputEvent('input', { bubbles: true }))
    // The focus comes back here when the dialog has gone.
    setTimeout(() => {
      element.focus()
      const blank = nextBlank(element.value, from)
      if (blank) element.setSelectionRange(blank.from, blank.to)
    })
  }

  return open && <LaterDialog of={picker} open onOpenChange={onOpenChange} onPick={insert} />
}

const isAtLineStart = ({ value, selectionStart, selectionEnd }: HTMLTextAreaElement) =>
  selectionStart === selectionEnd && (selectionStart === 0 || value[selectionStart - 1] === '\n')
