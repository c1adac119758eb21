/** Korean as it is typed: particles joined to nouns, spaces here or there, single letters of a word. */

/** Whether a text has Hangul, whole syllables or single letters. */
export function hasHangul(text: string): boolean {
  return /[가-힣ㄱ-ㅎㅏ-ㅣ]/.test(text)
}

/** The letters of a text, syllables taken apart, so that a wrong letter is one of three and not the whole syllable. */
export function jamo(text: string): string {
  return text.normalize('NFD')
}

/** What Korean joins to a noun, longest first: particles, the copula, and what asks for a meaning. */
const particles =
  `이라는 이라고 이란 라는 라고 란 에서는 에서의 에서도 에서 에게서 에게 으로서 으로써 으로의 으로는 으로도 으로 로서 로써 로의 로는 로 까지
  부터 마다 처럼 보다 조차 밖에 에는 에도 에 와의 과의 와는 과는 와 과 이나 나 은 는 이 가 을 를 의 도 만
  뿐 들은 들이 들을 들의 들 입니다 이다 인가 인지`
    .split(/\s+/)
    .toSorted((a, b) => b.length - a.length)

/** Shortest noun that a particle is taken from. */
const shortestNoun = 2 // syllables

/**
 * The noun that a Korean word may be without its particle; the word as typed comes first, for many nouns end as
 * particles do (`회의`, `국가`).
 */
export function withoutParticle(word: string): readonly string[] {
  if (!/[가-힣]$/.test(word)) return [word]
  const stems = particles
    .filter((particle) => word.endsWith(particle) && word.length - particle.length >= shortestNoun)
    .map((particle) => word.slice(0, -particle.length))
  return [word, ...new Set(stems)]
}
