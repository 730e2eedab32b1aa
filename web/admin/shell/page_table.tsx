import { lazy, type ComponentType, type LazyExoticComponent, type ReactNode } from 'react';
import {
  IconActivity, IconBuildingStore, IconFileImport, IconInbox, IconRoute, IconSend, IconSettings, IconSparkles, IconStethoscope, IconUsers,
} from '../../components/icons';
import type { Page } from '../route';

interface Row {
  /** In the navigation. */
  icon?: ReactNode;
  /** The page of the navigation from which one comes here. */
  within?: Page;
  /** Not for all shops at once. */
  needsAccount: boolean;
  view: LazyExoticComponent<ComponentType>;
  /** The page of one of them, for pages that have such. */
  detail?: LazyExoticComponent<ComponentType<{ id: string }>>;
}

const size = 18;

export const pageTable: Record<Page, Row> = {
  overview: { icon: <IconActivity size={size} />, needsAccount: false, view: lazy(() => import('../overview/OverviewPage')) },
  customers: {
    icon: <IconUsers size={size} />,
    needsAccount: true,
    view: lazy(() => import('../customers/CustomersPage')),
    detail: lazy(() => import('../customers/CustomerPage')),
  },
  deliveries: {
    icon: <IconSend size={size} />,
    needsAccount: false,
    view: lazy(() => import('../deliveries/DeliveriesPage')),
    detail: lazy(() => import('../deliveries/DeliveryPage')),
  },
  orders: { icon: <IconInbox size={size} />, needsAccount: false, view: lazy(() => import('../orders/OrdersPage')) },
  jobs: { icon: <IconRoute size={size} />, needsAccount: true, view: lazy(() => import('../jobs/JobsPage')) },
  imports: { icon: <IconFileImport size={size} />, needsAccount: true, view: lazy(() => import('../imports/ImportsPage')) },
  marketing: { icon: <IconSparkles size={size} />, needsAccount: true, view: lazy(() => import('../marketing/MarketingPage')) },
  doctor: { icon: <IconStethoscope size={size} />, needsAccount: false, view: lazy(() => import('../doctor/DoctorPage')) },
  settings: { icon: <IconSettings size={size} />, needsAccount: true, view: lazy(() => import('../settings/SettingsPage')) },
  erasures: {
    within: 'customers',
    needsAccount: true,
    view: lazy(() => import('../erasures/ErasuresPage')),
    detail: lazy(() => import('../erasures/ErasurePage')),
  },
  setup: { icon: <IconBuildingStore size={size} />, needsAccount: true, view: lazy(() => import('../guide/SetupPage')) },
};

export const needsAccount = (page: Page): boolean => pageTable[page].needsAccount;
