import { manageDaftar } from './daftar'

/** What an operator does about the list of diagnoses. */
export const main = (args: string[]): Promise<void> => manageDaftar('diagnosa', args)
