import { validatorOf } from "../validate/validator.js";
import { rulesSchema } from "./rules-schema.js";

export const rulesValidator = validatorOf(rulesSchema);
