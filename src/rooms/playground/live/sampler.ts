/** Who acts by the settings on a live model's distribution: this page on what it knows, or the provider. */
export type Sampler = 'here' | 'there';
