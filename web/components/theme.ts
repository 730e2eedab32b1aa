import { createTheme, type MantineColorsTuple } from '@mantine/core';

const bridge: MantineColorsTuple = [
  '#e8f6f4', '#d3ebe8', '#a6d6d0', '#76c0b7', '#4fada3', '#369f94', '#1f8379', '#0b6e69', '#085c58', '#064a47',
];

/** Greys with a little blue, as the light page has; the library's own are neutral and look foreign beside the green. */
const dark: MantineColorsTuple = [
  '#e6e9ee', '#c5ccd6', '#a3acb9', '#7d8795', '#4d5763', '#3a434e', '#262d36', '#1b2027', '#171b21', '#0f1317',
];

const fonts = "'Inter Variable', system-ui, -apple-system, 'Segoe UI', sans-serif";

export const theme = createTheme({
  primaryColor: 'bridge',
  primaryShade: 7,
  colors: { bridge, dark },
  fontFamily: fonts,
  headings: { fontFamily: fonts, fontWeight: '650' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  components: {
    Paper: { defaultProps: { withBorder: true, radius: 'lg' } },
    Modal: {
      defaultProps: { radius: 'lg', padding: 'lg', centered: true, overlayProps: { backgroundOpacity: 0.3, blur: 2 } },
      styles: { title: { fontWeight: 650, fontSize: 17 } },
    },
    // A heading of its own, not a second banner of the page.
    ModalHeader: { defaultProps: { component: 'div' } },
    Drawer: { styles: { title: { fontWeight: 650, fontSize: 17 } } },
    DrawerHeader: { defaultProps: { component: 'div' } },
    // Of a yellow title on a yellow ground little can be read.
    Alert: { defaultProps: { radius: 'md' }, styles: { title: { color: 'var(--ink)' } } },
  },
});
