import { Alert } from '@/app/_ui/alert'
import type { useSubmission } from './use-submission'

/** What a form was refused with, where no field of it says so. */
export function FormAlert({ message, errors }: Pick<ReturnType<typeof useSubmission>, 'message' | 'errors'>) {
  if (!message || Object.keys(errors).length > 0) return null
  return (
    <Alert tone="danger" role="alert">
      <p>{message}</p>
    </Alert>
  )
}
