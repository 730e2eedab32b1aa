/** The generation of the CRM's interface that a till speaks. */
export type Spi = 'v1' | 'v2';
