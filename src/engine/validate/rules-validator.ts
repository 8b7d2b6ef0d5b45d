import { rulesSchema } from "./rules-schema.js";
import { validatorOf } from "./validator.js";

export const rulesValidator = validatorOf(rulesSchema);
