import { bootstrap } from './bootstrap.mjs'

await bootstrap('../../e2e/load/run.ts')
