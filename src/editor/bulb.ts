/** The outline of the light bulb that stands for fixes, for a view of 24 by 24. */
export const bulbPath =
  'M12 2a7 7 0 0 0-4 12.7V17h8v-2.3A7 7 0 0 0 12 2zM9 19h6v1.2A1.8 1.8 0 0 1 13.2 22h-2.4A1.8 1.8 0 0 1 9 20.2z';
