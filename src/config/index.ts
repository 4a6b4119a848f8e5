export {
  type CommerceSuiteOptions,
  type FeatureSlug,
  type ResolvedSuiteOptions,
} from "./options"
export { withCommerceSuite } from "./with-commerce-suite"
