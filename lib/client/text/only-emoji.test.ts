import { expect, test } from 'vitest'
import { isOnlyEmoji } from './only-emoji'

test.each(['🙏', '👍🏽', '👨‍👩‍👧', '❤️ 🙏', '🇮🇩', '😢😢😢'])('%s is shown large', (text) => expect(isOnlyEmoji(text)).toBe(true))
test.each(['', ' ', '5', '#', 'Ya 🙏', '🙏🙏🙏🙏', 'Baik', '3️⃣ kali'])('%s is not', (text) => expect(isOnlyEmoji(text)).toBe(false))
