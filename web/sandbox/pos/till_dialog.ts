/**
 * What the till's dialogs have in common. Without animation, because a practised cashier types the next key before one
 * would end; the focus goes back to the product entry (see PosScreen), since what opened the dialog may be gone by then.
 */
export const tillDialog = (close: string) => ({
  transitionProps: { duration: 0 },
  returnFocus: false,
  closeButtonProps: { 'aria-label': close },
});
